"""What the pages of this room share."""
