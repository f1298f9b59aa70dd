export { start } from './src/main/ets/Starter';
