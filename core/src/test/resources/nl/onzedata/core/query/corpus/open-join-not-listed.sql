-- refused: JOIN-LIST
SELECT p.wijk, o.naam FROM x.pop AS p JOIN x.o AS o ON p.wijk = o.buurt
