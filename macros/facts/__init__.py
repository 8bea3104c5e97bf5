"""Facts derived from the records and the text, independent of the current date."""
