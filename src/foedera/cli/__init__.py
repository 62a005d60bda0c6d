"""The terminal: each module with the verb `register(app)` adds its commands; what they share lies in `parts/`."""
