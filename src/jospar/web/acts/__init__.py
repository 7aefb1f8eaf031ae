"""Acts at a desk: a filing's fields become a form, and what was typed a filing."""
