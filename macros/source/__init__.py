"""Text of data files: YAML bytes to plain data with positions, and problems with file, line and mend."""
