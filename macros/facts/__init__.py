"""What follows from the records and from the text; nothing here knows today's date."""
