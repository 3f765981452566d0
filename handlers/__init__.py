"""The platforms: each translates in, asks, and translates out."""
