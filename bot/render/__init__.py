"""Values in, components out; pure. Rendering alone escapes, truncates and knows Discord's limits."""
