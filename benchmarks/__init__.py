"""What the site costs to build and to load. Run with ``python3 dev.py bench``."""
