"""What the commands do, one file a command or family; `cli.py` declares their words and options."""
