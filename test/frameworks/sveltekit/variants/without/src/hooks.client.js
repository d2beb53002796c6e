// Nothing to start.
