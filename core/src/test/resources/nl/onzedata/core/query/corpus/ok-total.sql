-- accepted
SELECT COUNT(*) AS n FROM x.h
