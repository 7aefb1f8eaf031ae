"""Plans of past years, agreed before Jospar was there."""
