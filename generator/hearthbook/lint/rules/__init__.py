"""One rule a file: `hb101_its_name.py` finds, `hb101_its_name.md` explains. Adding both is all it takes."""
