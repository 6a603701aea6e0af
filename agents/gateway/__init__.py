"""The gateway: an OpenAI-compatible API in front of a model, paid call by call on the chain."""
