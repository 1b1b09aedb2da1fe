"""Threads and timers; nothing here draws."""
