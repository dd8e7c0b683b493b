"""What pages show: network → small frozen dataclasses, one for each template."""
