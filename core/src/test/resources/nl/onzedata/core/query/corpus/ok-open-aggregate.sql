-- accepted
SELECT SUM(inwoners) AS n FROM x.pop
