-- refused: SYNTAX

