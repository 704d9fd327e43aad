"""`python -m enrich` is `enrich`, for who has the package but not its command on the path."""

from enrich.cli import main

main(prog_name="enrich")
