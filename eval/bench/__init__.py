"""What the whole command costs: time and memory of a child process, cold, beside the limits."""
