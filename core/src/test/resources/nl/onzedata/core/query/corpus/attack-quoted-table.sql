-- refused: NAME
SELECT COUNT(*) AS n FROM "x.h"
