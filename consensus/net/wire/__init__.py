"""What peers say on a connection: the proto file and the Python code that protoc made of it."""
