"""What travels over gRPC: proto files and the Python code that protoc made of them."""
