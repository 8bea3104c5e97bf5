"""Records: what an edition, the guideline and the registers hold; nothing about files, today or pages."""
