"""The world around the core: clock, disk, keys, application."""
