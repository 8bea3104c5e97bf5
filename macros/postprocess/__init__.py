"""What is done to the built site."""
