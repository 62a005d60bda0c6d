"""What the commands share: options, output, and how dates and dossiers look in a terminal."""
