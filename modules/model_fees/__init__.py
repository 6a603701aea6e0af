"""What models cost, who pays, and who is paid."""
