"""What the modules of this room share."""
