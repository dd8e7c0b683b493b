"""What joins records: regions, the network of all of them, who serves whom, what holds on a day."""
