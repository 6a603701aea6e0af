"""The client for programs without an event loop: the same classes, each call waits for its end."""

from client.sync.faces import Client

__all__ = ["Client"]
