"""Past plans under review, until they are brought in."""
