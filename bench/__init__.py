"""Measurements of the program: how long, how much memory, how well it finds. Run with `make bench`."""
