"""`python -m hearthbook`: the command line by another door."""

from hearthbook.cli import main

if __name__ == "__main__":
    main(prog_name="hearthbook")
