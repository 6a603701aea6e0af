"""What travels to a remote signer: the proto file and the Python code that protoc made of it."""
