-- refused: SYNTAX
COPY x.h TO 'h.csv'
