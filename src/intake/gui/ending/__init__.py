"""How a vault ends or comes back: destroyed, rescued, tried out; sheets for several pages."""
