"""Saved pages of the national service register (PTV) → our records; whatever is not carried over is named."""
