"""Tests of ``macros.changes``."""
