"""What all ways of telling share: saved questions, notices, and the box in which they wait."""
