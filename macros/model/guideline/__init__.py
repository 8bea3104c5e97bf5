"""Records of the guideline's tables, annexes and references."""
