"""The only room that knows what comes before what, and the only one that reads the clock."""
