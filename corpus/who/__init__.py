"""Who a name belongs to: extraction at build time, the look-up ladder and the card."""
