"""Direct quotations: their marks, who said them, and by which verb."""
