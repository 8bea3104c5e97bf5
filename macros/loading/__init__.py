"""Data files to records, with every problem of all of them."""
