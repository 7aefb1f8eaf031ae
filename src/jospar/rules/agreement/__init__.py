"""Agreement: the President agrees, the agreed plans are sent out."""
