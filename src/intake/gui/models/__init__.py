"""Item models over the values of services; nothing here draws or stores."""
